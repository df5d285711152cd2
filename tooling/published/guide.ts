import { readPage } from '../docs/markdown.ts'

/** A block that begins with the name of the file that it is: `// nectar.ts`, `<!-- index.html -->`. */
const NAMED = /^(?:\/\/|<!--) (\S+\.\w+)(?: -->)?\n/

/**
 * What somebody who follows a page of the documentation has in front of them.
 *
 * @typedef {{ files: Record<string, string>, commands: string[] }} Guide
 *   `files` by their names, `commands` as the page has them, a block each.
 */

/**
 * @param {string} file Such as `docs/quick-start.md`.
 * @returns {Guide}
 */
export function readGuide(file) {
  const { blocks } = readPage(file)
  const named = blocks.flatMap(({ code }) => {
    const [, name] = NAMED.exec(code) ?? []
    return name ? [[name, `${code}\n`]] : []
  })
  const commands = blocks.filter(({ lang }) => lang === 'sh').map(({ code }) => code)
  return { files: Object.fromEntries(named), commands }
}

/**
 * The block of commands that has this in it.
 *
 * @param {Guide} guide
 * @param {string} part
 * @throws When there is none, or more than one.
 */
export function commandsWith({ commands }, part) {
  const found = commands.filter((block) => block.includes(part))
  if (found.length !== 1) throw new Error(`${found.length} blocks of commands have "${part}", not one.`)
  return found[0]
}

/**
 * What the page has installed.
 *
 * @param {Guide} guide
 * @returns {string[]} Names of packages.
 */
export function installedBy({ commands }) {
  const lines = commands.flatMap((block) => block.split('\n'))
  return lines
    .filter((line) => line.startsWith('npm install '))
    .flatMap((line) => line.split(' ').slice(2))
    .filter((word) => !word.startsWith('-'))
}
