import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** The quick start promises Node 20, and some package managers refuse whatever asks for a newer one. */
const PROMISED = 20

const PACKAGES = path.join(import.meta.dirname, '../..')
const read = (file: string) => JSON.parse(readFileSync(path.join(PACKAGES, file), 'utf8'))

const dependencies = ['react', 'server', 'sandbox'].flatMap((name) =>
  Object.keys(read(`${name}/package.json`).dependencies).map((dependency) => [name, dependency] as const),
)

test.each(dependencies)('%s installs %s on Node 20', (name, dependency) => {
  const { engines } = read(`${name}/node_modules/${dependency}/package.json`)
  const [major = '0'] = /\d+/.exec(engines?.node ?? '') ?? []
  expect(Number(major)).toBeLessThanOrEqual(PROMISED)
})
