/** Vite puts the text of a file into the bundle: so the sample needs no files beside the program. */
declare module '*?raw' {
  const text: string
  export { text as default }
}
