/** What browsers add to the name of a page for the folder of its pictures, in the languages they are met in. */
const folderWords =
  /^(.+)[-_. ](?:files|dateien|fichiers|archivos|arquivos|ficheiros|file|bestanden|filer|pliki|soubory|fajlovi|dosyalar|tiedostot|fitxers|файлы|файли)$/iu

/** Those of `names` that are web pages, without their endings. */
export function pagesAmong(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap(name => /^(.+)\.(?:html?|xhtml)$/i.exec(name)?.[1] ?? []))
}

/**
 * Whether `folder` holds the pictures and scripts of a web page that was saved whole and is among `pages`,
 * its neighbours: `Ferry_files` beside `Ferry.html`. Nothing in it is an article.
 */
export function isFolderOfPage(folder: string, pages: ReadonlySet<string>): boolean {
  const page = folderWords.exec(folder)?.[1]
  return page !== undefined && pages.has(page)
}
