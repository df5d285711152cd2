import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Check, findTsconfigs, runChecks } from './checks.ts'

test('finds the TypeScript projects of the workspace, not those of dependencies', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'checks-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const file of [
    'tsconfig.base.json',
    'packages/one/tsconfig.json',
    'packages/one/tsconfig.base.json',
    'packages/one/node_modules/zod/tsconfig.json',
    'packages/one/dist/tsconfig.json',
    'apps/demo/tsconfig.json',
    'apps/demo/tsconfig.web.json',
    'apps/demo/server/tsconfig.json',
    'e2e/tsconfig.json',
    '.storybook/tsconfig.json',
    'tooling/tsconfig.json',
  ]) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), '{}')
  }
  expect(findTsconfigs(root)).toEqual([
    '.storybook/tsconfig.json',
    'apps/demo/server/tsconfig.json',
    'apps/demo/tsconfig.json',
    'apps/demo/tsconfig.web.json',
    'e2e/tsconfig.json',
    'packages/one/tsconfig.json',
    'tooling/tsconfig.json',
  ])
})

test('runs every check, reports each, and keeps their order', async () => {
  const checks = ['a', 'b', 'c', 'd'].map((name) => ({ name, command: name, args: [] }))
  const running = new Map<string, (result: { failed: boolean; all: string }) => void>()
  let most = 0
  const start = ({ name }: Check) =>
    new Promise<{ failed: boolean; all: string }>((resolve) => {
      running.set(name, resolve)
      most = Math.max(most, running.size)
      // The first one ends last.
      if (name !== 'a') finish(name, name === 'c' ? 2 : 0)
      if (name === 'd') finish('a', 0)
    })
  const finish = (name: string, code: number) => {
    running.get(name)?.({ failed: code !== 0, all: name })
    running.delete(name)
  }
  const told: string[] = []
  const results = await runChecks(checks, ({ name }) => told.push(name), start)
  expect(results).toMatchObject([
    { name: 'a', ok: true },
    { name: 'b', ok: true },
    { name: 'c', ok: false, output: 'c' },
    { name: 'd', ok: true },
  ])
  expect(told.toSorted()).toEqual(['a', 'b', 'c', 'd'])
  expect(most).toBe(2)
})
