import type { SandboxOptions, SeedConnection } from '../index.ts'
import { createBench, ORIGIN } from './bench.ts'
import { visit } from './visitor.ts'

/** A connection that needs its customer. */
export const BROKEN: SeedConnection = {
  provider: 'coast-range-gas',
  status: 'PASSWORD_INCORRECT',
  sites: ['s1', 's2'],
}

/** The console of a sandbox on a still clock, without a browser. */
export function openConsole(options: SandboxOptions = {}, connections: SeedConnection[] = [BROKEN]) {
  const bench = createBench(options, connections)
  const { sandbox } = bench
  /** Any address of it. */
  const get = (path: string) => visit(sandbox, `${ORIGIN}${path}`)
  /** The markup of the page. */
  const look = async (query = '') => (await get(`/${query}`)).markup
  /** That of one of its panels. */
  const panel = async (id: string, query = '') => panelOf(await look(query), id)
  /** What a button asks the control for, as the page's script does. @returns the status of the answer */
  async function press(markup: string, name: string): Promise<number> {
    const button = buttonsOf(markup).find(({ text }) => text.includes(name))
    if (!button) throw new Error(`there is no button ${name}`)
    const response = await sandbox.fetch(
      new Request(`${ORIGIN}/_sandbox/${button.call}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: button.body,
      }),
    )
    return response.status
  }
  return { ...bench, control: sandbox.control, get, look, panel, press }
}

/** What asks the control for something. */
export function buttonsOf(markup: string): { text: string; call: string; body: string }[] {
  return [...markup.matchAll(/<button [^>]*data-call="(\w+)" data-body="([^"]*)"[^>]*>.*?<\/button>/gs)].map(
    ([text = '', call = '', body = '']) => ({ text, call, body: body.replaceAll('&quot;', '"') }),
  )
}

function panelOf(markup: string, id: string): string {
  return new RegExp(`<section class="panel" id="${id}".*?</section>`, 's').exec(markup)?.[0] ?? ''
}
