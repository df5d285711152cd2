import { readFileSync, writeFileSync } from 'node:fs'

/** Writes the imports of styles.css in place, so that hosts without a bundler for styles get one file. */
const folder = new URL('./src/styles/', import.meta.url)
const bundled = readFileSync(new URL('styles.css', folder), 'utf8').replace(
  /@import '\.\/([\w-]+\.css)'(?: layer\(([\w.]+)\))?;/g,
  (_, file, layer) => {
    const content = readFileSync(new URL(file, folder), 'utf8').trimEnd()
    return layer ? `@layer ${layer} {\n${content}\n}` : content
  },
)
writeFileSync(new URL('./dist/styles.css', import.meta.url), bundled)
