import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { PUBLISHED, packageName } from '../lib/packages.ts'
import { ROOT } from '../lib/root.mjs'

const folder = path.join(ROOT, '.changeset')
const files = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md')

/** A release stops at the first that it cannot read, and formatters of Markdown take the second line for a heading. */
test.each(files)('%s says which packages it is about', (file) => {
  const line = `'(?:${PUBLISHED.map(packageName).join('|')})': (?:patch|minor|major)\n`
  expect(readFileSync(path.join(folder, file), 'utf8')).toMatch(new RegExp(`^---\n(?:${line})+---\n\n\\S`))
})
