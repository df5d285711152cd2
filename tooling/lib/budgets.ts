import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './root.mjs'
import { tool } from './tool.ts'

/** How much source there may be. */
export interface Budgets {
  /** Lines of one file. */
  longestFile: number
  /** Files that may be longer: text, not code. A regular expression. */
  mayBeLonger: string
  /** By folder. Whatever is published is in one of them. */
  folders: Record<string, { files: number; lines: number }>
}

/** One file of what is shipped. */
export interface Source {
  file: string
  lines: number
}

const IS_SOURCE = /^(packages\/(?!test-kit\/)[^/]+|apps\/sandbox-console)\/src\/.*\.tsx?$/
const IS_FOR_TESTS = /\.(test|stories)\.tsx?$|\.d\.ts$|\/(testing|fixtures)\//

/** TypeScript that is shipped: what git knows, without tests, stories and what only they use. */
export async function readSources(): Promise<Source[]> {
  const { stdout } = await tool('git', ['ls-files', '-z', 'packages', 'apps'])
  return stdout
    .split('\0')
    .filter((file) => IS_SOURCE.test(file) && !IS_FOR_TESTS.test(file))
    .map((file) => ({ file, lines: countLines(readFileSync(path.join(ROOT, file), 'utf8')) }))
}

/** @returns a line for each budget that is exceeded, which says what to do about it */
export function findExcess(sources: Source[], { folders, longestFile, mayBeLonger }: Budgets): string[] {
  const isText = new RegExp(mayBeLonger)
  const long = sources
    .filter(({ file, lines }) => lines > longestFile && !isText.test(file))
    .map(({ file, lines }) => `${file} has ${lines} lines, and a file has at most ${longestFile}. Split it.`)
  const large = Object.entries(folders).flatMap(([folder, budget]) => {
    const own = sources.filter(({ file }) => file.startsWith(`${folder}/`))
    const lines = own.reduce((sum, source) => sum + source.lines, 0)
    return [
      ...(own.length > budget.files ? [exceeds(folder, own.length, budget.files, 'files')] : []),
      ...(lines > budget.lines ? [exceeds(folder, lines, budget.lines, 'lines')] : []),
    ]
  })
  const unbudgeted = sources
    .filter(({ file }) => !Object.keys(folders).some((folder) => file.startsWith(`${folder}/`)))
    .map(({ file }) => `${file} is in no folder of tooling/budgets.json. Give its folder a budget.`)
  return [...long, ...large, ...unbudgeted]
}

function exceeds(folder: string, count: number, budget: number, what: string) {
  return `${folder} has ${count} ${what}, and its budget is ${budget}. Take something away, or raise it in tooling/budgets.json and say why in the commit.`
}

function countLines(text: string) {
  return text.split('\n').length - 1
}
