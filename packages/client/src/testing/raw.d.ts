/** A file as it is. Vite reads it, for tests. */
declare module '*?raw' {
  const text: string
  export default text
}
