import { DEFAULT_API_KEY } from '@nectar-connect/sandbox'
import { expect, test } from 'vitest'
import { examine } from '../testing/examine.ts'
import { type CliBenchOptions, startCliBench } from '../testing/host-and-nectar.ts'

const HOSTED = 'https://dash.nectarclimate.com'

/** A page of the host, looked at with the key. */
async function examinePage(options: CliBenchOptions, path = '/') {
  const { host, url, sandbox } = await startCliBench(options)
  const args = ['--page', `${host}${path}`, '--url', url, '--api-origin', sandbox.origin]
  const examination = await examine(args, { NECTAR_API_KEY: DEFAULT_API_KEY })
  expect(examination.text).not.toContain(DEFAULT_API_KEY)
  return examination
}

test.each([
  ['no policy', {}, []],
  ['both allowed', { 'content-security-policy': `default-src 'self'; frame-src ${HOSTED}` }, []],
  [
    'by a wildcard',
    { 'content-security-policy': "default-src 'self' *.nectarclimate.com:443 https://*.nectarclimate.com" },
    [],
  ],
  ['frame kept out by default-src', { 'content-security-policy': "default-src 'self'" }, ['frame']],
  ['frame kept out by child-src', { 'content-security-policy': "child-src 'none'" }, ['frame']],
  [
    'the stricter of two policies',
    { 'content-security-policy': `frame-src ${HOSTED}, frame-src 'self'` },
    ['frame'],
  ],
  ['calls kept out', { 'content-security-policy': 'connect-src https://api.example.com' }, ['calls']],
  ['a policy that only reports', { 'content-security-policy-report-only': "default-src 'none'" }, []],
  ['COEP', { 'cross-origin-embedder-policy': 'require-corp; report-to="x"' }, ['frame']],
  ['COEP without credentials', { 'cross-origin-embedder-policy': 'credentialless' }, ['frame']],
  ['COOP', { 'cross-origin-opener-policy': 'same-origin' }, []],
])('headers of the page: %s', async (_name, pageHeaders, expected) => {
  expect((await examinePage({ pageHeaders })).wrongs).toEqual(expected)
})

test('a policy inside the page counts as well, and is quoted with what to add', async () => {
  const page = `<meta http-equiv="Content-Security-Policy" content="frame-src 'self'">`
  const { wrongs, find } = await examinePage({ page })
  expect(wrongs).toEqual(['frame'])
  expect(find('frame')).toMatchObject({
    why: expect.stringContaining('"frame-src \'self\'"'),
    fix: `Add it: frame-src ${HOSTED}`,
  })
})

test.each([
  ['in the page', { page: `<script>window.env = { key: "${DEFAULT_API_KEY}" }</script>` }],
  ['in a script', { scripts: { '/app.js': `const key = "${DEFAULT_API_KEY}"` } }],
  [
    'in what a script imports',
    { scripts: { '/chunk.js': `fetch(x, { headers: { "x-api-key": "${DEFAULT_API_KEY}" } })` } },
  ],
  ['in base64', { scripts: { '/app.js': `atob("${btoa(DEFAULT_API_KEY)}")` } }],
  [
    'in a source map',
    {
      scripts: {
        '/app.js': '//# sourceMappingURL=app.js.map',
        '/app.js.map': `{"sourcesContent":["${DEFAULT_API_KEY}"]}`,
      },
    },
  ],
])('the key %s', async (_name, options) => {
  const { wrongs, find } = await examinePage(options)
  expect(wrongs).toEqual(['secrets'])
  expect(find('secrets')).toMatchObject({ fix: expect.stringContaining('Make a new one at once') })
})

test('every script that the page leads to is looked through', async () => {
  expect((await examinePage({})).find('secrets')).toMatchObject({
    what: 'Neither in the page nor in its 2 scripts.',
  })
})

test('a page behind a sign-in', async () => {
  const { wrongs, find } = await examinePage(
    {
      meddle(req, res) {
        if (req.url !== '/utilities') return false
        res.writeHead(302, { location: '/sign-in?to=utilities' }).end()
        return true
      },
    },
    '/utilities',
  )
  expect(wrongs).toEqual(['page'])
  expect(find('page')).toMatchObject({
    why: 'It redirects (302) to /sign-in.',
    fix: expect.stringContaining('--header'),
  })
  expect(find('frame')).toMatchObject({ state: 'skip' })
})
