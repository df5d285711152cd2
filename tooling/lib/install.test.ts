import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { installFingerprint, isInstalled } from './install.mjs'

let root: string
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), text)
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'install-'))
  write('pnpm-lock.yaml', 'lock')
  write('pnpm-workspace.yaml', 'workspace')
  write('package.json', '{}')
  write('packages/one/package.json', '{"dependencies":{"zod":"4"}}')
  write('packages/one/node_modules/zod/package.json', '{}')
  write('packages/two/package.json', '{}')
  write('node_modules/.installed', installFingerprint(root, 'linux-x64'))
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

test('knows that everything is there', () => {
  expect(isInstalled(root, 'linux-x64')).toBe(true)
})

test.each(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'packages/two/package.json'])(
  'installs again after a change of %s',
  (file) => {
    write(file, '{"changed":true}')
    expect(isInstalled(root, 'linux-x64')).toBe(false)
  },
)

test('installs again on another platform, after a removal, and for a new package', () => {
  expect(isInstalled(root, 'linux-arm64')).toBe(false)
  rmSync(path.join(root, 'packages/one/node_modules'), { recursive: true })
  expect(isInstalled(root, 'linux-x64')).toBe(false)
  rmSync(path.join(root, 'node_modules'), { recursive: true })
  expect(isInstalled(root, 'linux-x64')).toBe(false)
})
