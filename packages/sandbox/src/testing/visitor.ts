import { expect } from 'vitest'
import type { Sandbox } from '../index.ts'

type Fields = Record<string, string | string[]>

/** A page as a customer has it in front of them. */
export interface Page {
  status: number
  headers: Headers
  markup: string
  title: string
  heading: string
  /** Sends the page's form, with its hidden fields. */
  send(fields: Fields): Promise<Page>
}

/** Opens an address of the sandbox without a browser. */
export async function visit(sandbox: Sandbox, url: string, form?: URLSearchParams): Promise<Page> {
  const response = await sandbox.fetch(new Request(url, form ? { method: 'POST', body: form } : {}))
  const markup = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    markup,
    title: textOf(/<title>(.*?)<\/title>/, markup),
    heading: textOf(/<h1[^>]*>(.*?)<\/h1>/, markup),
    send: (fields) => visit(sandbox, url, withHidden(markup, fields)),
  }
}

/** Walks a contributor invitation to its end. */
export async function walkThrough(
  sandbox: Sandbox,
  url: string,
  login: { username: string; password: string },
  sites: string[],
): Promise<Page> {
  const find = await visit(sandbox, url)
  const signIn = await find.send({ provider: 'cascadia-power' })
  const configure = await signIn.send({ action: 'next', ...login })
  expect(configure.heading).toBe('What should be collected?')
  return configure.send({ action: 'next', site: sites, type: 'ELECTRICITY', since: '2025-01-01', owner: '' })
}

function withHidden(markup: string, fields: Fields): URLSearchParams {
  const form = new URLSearchParams()
  const sheet = markup.slice(markup.indexOf('class="sheet"'))
  for (const name of ['flow', 'at']) {
    form.set(name, textOf(new RegExp(`name="${name}" value="(.*?)"`), sheet))
  }
  for (const [name, values] of Object.entries(fields)) {
    form.delete(name)
    for (const value of [values].flat()) form.append(name, value)
  }
  return form
}

function textOf(pattern: RegExp, markup: string): string {
  return pattern.exec(markup)?.[1] ?? ''
}
