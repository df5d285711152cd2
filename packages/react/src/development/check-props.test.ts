import { createElement, type FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => {
  vi.resetModules()
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** Renders them as plain JavaScript does, twice. @returns what the console was told */
async function render(provider: object, embed: object): Promise<string[]> {
  const { NectarConnect, NectarConnectProvider } = await import('../index.ts')
  const inside = createElement(NectarConnect as FunctionComponent<object>, embed)
  const tree = createElement(NectarConnectProvider as FunctionComponent<object>, provider, inside)
  for (const _ of [1, 2]) renderToStaticMarkup(tree)
  return vi.mocked(console.warn).mock.calls.map(([text]) => String(text))
}

test('misspelt props are named once, with the one that was probably meant', async () => {
  const warnings = await render({ basepath: '/nectar' }, { onSubmited: () => {}, color: 'red' })
  expect(warnings).toEqual([
    expect.stringContaining('<NectarConnectProvider> has no prop "basepath". Did you mean "basePath"?'),
    expect.stringContaining('<NectarConnect> has no prop "onSubmited". Did you mean "onSubmitted"?'),
    expect.stringContaining('<NectarConnect> has no prop "color". Remove it.'),
  ])
})

test('props that exist are not mentioned, nor names with a hyphen', async () => {
  const embed = { label: 'Connect', 'data-testid': 'connect' }
  expect(await render({ app: { name: 'Plumbline' } }, embed)).toEqual([])
})

test('misspelt messages are named once, with where they stand and the one that was probably meant', async () => {
  const messages = {
    buton: {},
    button: { conect: 'Link' },
    list: { sites: { one: '1', other: 'n' } },
    utilities: { STEAM: 'steam' },
  }
  await render({ messages }, {})
  await vi.waitFor(() => expect(console.warn).toHaveBeenCalledTimes(2))
  const warnings = vi.mocked(console.warn).mock.calls.map(([text]) => String(text))
  expect(warnings).toEqual([
    expect.stringContaining('`messages` has no entry "buton". Did you mean "button"?'),
    expect.stringContaining('`messages.button` has no entry "conect". Did you mean "connect"?'),
  ])
})

test('nothing is said in production', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  expect(await render({ messages: { buton: {} } }, { onSubmited: () => {} })).toEqual([])
})

test('nothing is said on a page that has neither a bundler nor Node', async () => {
  const { checkProps } = await import('./check-props.ts')
  vi.resetModules()
  vi.stubGlobal('process', undefined)
  const page = await import('./check-props.ts').finally(() => vi.unstubAllGlobals())
  page.checkProps('NectarConnect', { onSubmited: () => {} })
  expect(console.warn).not.toHaveBeenCalled()
  checkProps('NectarConnect', { onSubmited: () => {} })
  expect(console.warn).toHaveBeenCalledOnce()
})
