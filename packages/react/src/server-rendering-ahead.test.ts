import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import {
  ConnectionCard,
  ConnectionList,
  InvitationList,
  NectarConnect,
  NectarConnectProvider,
} from './index.ts'
import { connection } from './testing/fixtures.ts'

afterEach(() => vi.restoreAllMocks())

const connectionId = connection().id

// Next.js ends a build where a component, rendered ahead of its visit (`cacheComponents`), reads one of these.
test.each([
  ['the button', () => createElement(NectarConnect)],
  ['in place', () => createElement(NectarConnect, { presentation: 'inline' })],
  ['a reconnect', () => createElement(NectarConnect, { connectionId })],
  ['the list', () => createElement(ConnectionList)],
  ['a card', () => createElement(ConnectionCard, { connectionId })],
  ['what was sent', () => createElement(InvitationList)],
])('%s is rendered ahead without a time and without chance', (_, draw) => {
  const read: string[] = []
  const note = (what: string) => () => {
    const stack = new Error(what).stack ?? ''
    if (!/react-dom[^\n]*$/.test(stack.split('\n')[2] ?? '')) read.push(stack)
    return 0
  }
  vi.spyOn(Date, 'now').mockImplementation(note('Date.now'))
  vi.spyOn(Math, 'random').mockImplementation(note('Math.random'))
  vi.spyOn(crypto, 'randomUUID').mockImplementation(() => {
    note('randomUUID')()
    return '00000000-0000-4000-8000-000000000000'
  })
  renderToString(createElement(NectarConnectProvider, null, draw()))
  expect(read).toEqual([])
})
