import { createElement, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { beforeAll, expect, test } from 'vitest'
import { flow } from './button/load-flow.tsx'
import {
  ConnectionCard,
  ConnectionList,
  ConnectionStatusBadge,
  NectarConnect,
  NectarConnectProvider,
} from './index.ts'
import { connection } from './testing/fixtures.ts'

// A server has long done so when the first page is asked for.
beforeAll(async () => void (await flow.load()))

function render(node: ReactNode): string {
  const settings = { app: { name: 'Plumbline' } }
  return renderToString(createElement(NectarConnectProvider, { ...settings, ...wrap(node) }))
}

function wrap(children: ReactNode) {
  return { children }
}

test('the button renders on a server, ready to be pressed', () => {
  expect(render(createElement(NectarConnect))).toMatch(/<button[^>]*>.*Connect a utility account/)
})

test('inline, the first words are in the page before any script runs', () => {
  const html = render(createElement(NectarConnect, { presentation: 'inline' }))
  expect(html).toMatch(/works with .*<b>Nectar<\/b>/)
  expect(html).not.toContain('<iframe')
})

test('the list renders its loading rows', () => {
  expect(render(createElement(ConnectionList))).toContain('Loading utility accounts')
})

test('a badge renders whole', () => {
  const html = render(createElement(ConnectionStatusBadge, { status: 'MFA_TOKEN_EXPIRED' }))
  expect(html).toContain('Codes not arriving')
})

const appearance = { variables: { accent: '#7a1f4b' } }

test.each([
  ['the button', createElement(NectarConnect, { appearance }), 'data-nectar-root'],
  [
    'a card',
    createElement(ConnectionCard, { connectionId: connection().id, appearance }),
    'Loading this utility account',
  ],
  ['a list', createElement(ConnectionList, { appearance }), 'Loading utility accounts'],
])('%s needs no provider, and no style attribute that a strict policy would refuse', (_, node, text) => {
  const html = renderToString(node)
  expect(html).toContain(text)
  expect(html).not.toContain('style=')
})
