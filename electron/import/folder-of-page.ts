/** What browsers add to the name of a page for the folder of its pictures, in the languages they are met in. */
const folderWords =
  /^[-_. ](?:files|dateien|fichiers|archivos|arquivos|ficheiros|file|bestanden|filer|pliki|soubory|fajlovi|dosyalar|tiedostot|fitxers|файлы|файли)$/iu

/**
 * Whether `folder` holds the pictures and scripts of a web page that was saved whole and is among `names`,
 * its neighbours: `Ferry_files` beside `Ferry.html`. Nothing in it is an article.
 */
export function isFolderOfPage(folder: string, names: readonly string[]): boolean {
  return names.some(name => {
    const page = /^(.+)\.(?:html?|xhtml)$/i.exec(name)?.[1]
    return (
      page !== undefined && folder.startsWith(page) && folderWords.test(folder.slice(page.length))
    )
  })
}
