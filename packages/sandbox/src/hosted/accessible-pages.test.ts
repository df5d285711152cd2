import { expect, test } from 'vitest'
import { SANDBOX_PASSWORD } from '../index.ts'
import { createBench, ORIGIN } from '../testing/bench.ts'
import { type Page, visit } from '../testing/visitor.ts'

const password = SANDBOX_PASSWORD

/** Every page there is, with and without errors, by a name of its own. */
async function everyPage(): Promise<Map<string, Page>> {
  const { sandbox, company, invite } = createBench({}, [
    { provider: 'coast-range-gas', status: 'MFA_TOKEN_EXPIRED' },
  ])
  const pages = new Map<string, Page>()
  const keep = (name: string, page: Page) => {
    pages.set(name, page)
    return page
  }
  const open = async (body: unknown = {}, path?: string) =>
    visit(sandbox, (await invite(body, path)).invitationUrl)

  const gate = keep('address', await open({ allowedEmails: ['dana@harrowlane.example'] }))
  keep('address, wrong', await gate.send({ action: 'next', email: 'x' }))
  const code = keep('code', await gate.send({ action: 'next', email: 'dana@harrowlane.example' }))
  keep('code, wrong', await code.send({ action: 'next', code: '' }))

  const find = keep('find', await open())
  keep('search', await find.send({ action: 'search', q: 'water' }))
  const unlisted = keep('not listed', await find.send({ provider: 'not-listed' }))
  keep('confirm', await unlisted.send({ action: 'look-up', address: 'https://nectarclimate.com' }))
  for (const username of ['mfa', 'question', 'new-password', 'no-accounts']) {
    const signIn = keep('sign in', await (await open()).send({ provider: 'cascadia-power' }))
    keep('sign in, wrong', await signIn.send({ action: 'next', username: '', password: '' }))
    const asked = await signIn.send({ action: 'next', username: `nectar-sandbox-${username}`, password })
    keep(username, asked)
    keep(`${username}, wrong`, await asked.send({ action: 'next' }))
  }
  const signIn = await (await open()).send({ provider: 'cascadia-power' })
  const configure = keep('configure', await signIn.send({ action: 'next', username: 'x', password: 'y' }))
  keep('configure, wrong', await configure.send({ action: 'next', since: '2999-01-01', owner: 'x' }))
  keep('done', await configure.send({ action: 'next', site: company.siteIds, type: 'GAS' }))
  keep('forwarding', await open({}, `/invitation/connection/${company.connectionIds[0]}`))
  keep('unknown', await visit(sandbox, `${ORIGIN}/p/i/nope`))
  return pages
}

const all = (pattern: RegExp, markup: string) => [...markup.matchAll(pattern)].map(([, found = '']) => found)

test('each page has one heading, and each field a name and its error', async () => {
  for (const [name, { markup, title }] of await everyPage()) {
    const ids = all(/ id="([^"]+)"/g, markup)
    expect(new Set(ids).size, `${name}: ids are unique`).toBe(ids.length)
    expect(all(/<(h1)[ >]/g, markup), `${name}: headings`).toHaveLength(1)
    expect(markup, name).toContain('<html lang="en">')
    expect(title, name).toMatch(
      name.endsWith('wrong') && markup.includes('class="error"') ? /^Error: / : /^[^:]+ · /,
    )
    const referred = [
      ...all(/ for="([^"]+)"/g, markup),
      ...all(/ aria-(?:describedby|labelledby)="([^"]+)"/g, markup).flatMap((list) => list.split(' ')),
    ]
    expect(ids, `${name}: references`).toEqual(expect.arrayContaining(referred))
    const inputs = all(/<input class="input"[^>]* id="([^"]+)"/g, markup)
    expect(all(/<label[^>]* for="([^"]+)"/g, markup), `${name}: labels`).toEqual(
      expect.arrayContaining(inputs),
    )
    for (const id of all(/<p class="error" id="([^"]+)"/g, markup)) {
      expect(markup, `${name}: ${id} is tied to its field`).toMatch(
        new RegExp(`aria-describedby="[^"]*${id}`),
      )
    }
  }
})

test('the focus follows the customer to the next page, and stays where a page was opened', async () => {
  const pages = await everyPage()
  const opened = ['address', 'find', 'forwarding', 'unknown']
  for (const [name, { markup }] of pages) {
    expect(markup.includes('data-focus'), name).toBe(!opened.includes(name))
  }
})
