import { readPage } from '../docs/markdown.ts'

/** A block that begins with the name of the file that it is: `// nectar.ts`, `<!-- index.html -->`. */
const NAMED = /^(?:\/\/|<!--) (\S+\.\w+)(?: -->)?\n/

/** What somebody who follows a page of the documentation has in front of them. */
export interface Guide {
  /** By their names. */
  files: Record<string, string>
  /** As the page has them, a block each. */
  commands: string[]
}

/** @param file Such as `docs/quick-start.md`. */
export function readGuide(file: string): Guide {
  const { blocks } = readPage(file)
  const named = blocks.flatMap(({ code }): [string, string][] => {
    const [, name] = NAMED.exec(code) ?? []
    return name ? [[name, `${code}\n`]] : []
  })
  const commands = blocks.filter(({ lang }) => lang === 'sh').map(({ code }) => code)
  return { files: Object.fromEntries(named), commands }
}

/**
 * The block of commands that has this in it.
 *
 * @throws When there is none, or more than one.
 */
export function commandsWith({ commands }: Guide, part: string): string {
  const found = commands.filter((block) => block.includes(part))
  const [block] = found
  if (block === undefined || found.length > 1) {
    throw new Error(`${found.length} blocks of commands have "${part}", not one.`)
  }
  return block
}

/**
 * What the page has installed.
 *
 * @returns Names of packages.
 */
export function installedBy({ commands }: Guide): string[] {
  const lines = commands.flatMap((block) => block.split('\n'))
  return lines
    .filter((line) => line.startsWith('npm install '))
    .flatMap((line) => line.split(' ').slice(2))
    .filter((word) => !word.startsWith('-'))
}
