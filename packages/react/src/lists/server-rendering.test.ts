import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ConnectionCard, ConnectionList } from '../index.ts'
import { connection } from '../testing/fixtures.ts'

const connectionId = connection().id
const appearance = { variables: { accent: '#7a1f4b' } }

test.each([
  ['card', createElement(ConnectionCard, { connectionId, appearance }), 'Loading this utility account'],
  ['list', createElement(ConnectionList, { appearance }), 'Loading utility accounts'],
])(
  'a %s renders on a server, without a style attribute that a strict policy would refuse',
  (_, node, text) => {
    const html = renderToString(node)
    expect(html).toContain(text)
    expect(html).not.toContain('style=')
  },
)
