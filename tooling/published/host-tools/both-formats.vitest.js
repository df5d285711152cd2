import { createRequire } from 'node:module'
import * as modules from '@nectar-connect/react'
import { de } from '@nectar-connect/react/locales/de'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { createElement } from 'react'

const commonjs = createRequire(import.meta.url)('@nectar-connect/react')

afterEach(cleanup)

test.each([
  ['ES modules', modules, commonjs],
  ['CommonJS', commonjs, modules],
])('a provider in %s serves components of both formats', async (_, mine, other) => {
  expect(mine.NectarConnectProvider).not.toBe(other.NectarConnectProvider)
  const asked = []
  const fetch = (url) => {
    asked.push(url)
    return new Promise(() => {})
  }
  const parts = [mine.ConnectionList, other.ConnectionList].map((type, key) => createElement(type, { key }))
  const settings = { messages: de, basePath: `http://localhost/${_.length}`, fetch }
  render(createElement(mine.NectarConnectProvider, settings, ...parts, createElement(other.NectarConnect)))
  expect(screen.getByRole('button', { name: de.button.connect })).toBeDefined()
  await waitFor(() => expect(asked.filter((url) => String(url).endsWith('/connections'))).toHaveLength(1))
  await new Promise((resolve) => setTimeout(resolve))
  expect(asked.filter((url) => String(url).endsWith('/connections'))).toHaveLength(1)
  expect(other.ConnectError.isInstance(new mine.ConnectError('network'))).toBe(true)
})
