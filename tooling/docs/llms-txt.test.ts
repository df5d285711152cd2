import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../lib/root.mjs'
import { renderLlmsTxt } from './llms-txt.ts'
import { parsePage } from './markdown.ts'

const text = readFileSync(path.join(ROOT, 'llms.txt'), 'utf8')
const page = parsePage('llms.txt', text)

test('llms.txt is what `pnpm docs:llms` writes', () => {
  expect(text).toBe(renderLlmsTxt())
})

test('it has the form that llmstxt.org asks for', () => {
  expect(text).toMatch(/^# [^\n]+\n\n> [^\n]+\n/)
  const listed = text
    .slice(text.indexOf('\n## '))
    .split('\n')
    .filter((line) => line.trim() !== '')
  for (const line of listed) expect(line).toMatch(/^## \S|^- \[[^\]]+\]\([^)]+\): \S/)
})

test('what it links to exists', () => {
  expect(page.links.length).toBeGreaterThan(15)
  for (const { target } of page.links) expect(existsSync(path.join(ROOT, target)), target).toBe(true)
})

test('paths are from the root, also of what is outside of docs', () => {
  const made = renderLlmsTxt('# Docs\n\n## Start\n\n- [a](a.md): A. [b](../packages/b/README.md#c)\n')
  expect(made).toContain('## Start\n\n- [a](docs/a.md): A. [b](packages/b/README.md#c)\n')
})
