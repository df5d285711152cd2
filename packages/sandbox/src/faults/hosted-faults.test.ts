import { expect, test, vi } from 'vitest'
import type { SandboxFault } from '../index.ts'
import { createBench, ORIGIN } from '../testing/bench.ts'
import { visit } from '../testing/visitor.ts'

async function openWith(...faults: SandboxFault[]) {
  const bench = createBench()
  const { invitationUrl } = await bench.invite()
  for (const fault of faults) await bench.sandbox.control.addFault(fault)
  return { ...bench, invitationUrl, open: () => visit(bench.sandbox, invitationUrl) }
}

test('refuse-frame forbids frames, on the first page and the next, and on nothing else', async () => {
  const { open, sandbox } = await openWith({ kind: 'refuse-frame' })
  const find = await open()
  for (const { headers, status } of [find, await find.send({ provider: 'cascadia-power' })]) {
    expect(status).toBe(200)
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*; frame-ancestors 'none'$/)
  }
  expect((await visit(sandbox, `${ORIGIN}/`)).headers.get('x-frame-options')).toBeNull()
})

test.each([
  ['grab-focus', '.focus()'],
  ['posts-messages', "parent.postMessage({ type: 'nectar:done' }, '*')"],
] as const)('%s comes as a script of its own, which the policy allows', async (kind, does) => {
  const { open, sandbox } = await openWith({ kind, times: 1 })
  const { headers, markup, heading } = await open()
  expect(heading).toBe('Which utility sends the bills?')
  expect(markup).toContain(`<script src="/assets/${kind}.js" defer></script>\n</head>`)
  expect(headers.get('content-security-policy')).toContain("script-src 'self';")
  const script = await sandbox.fetch(new Request(`${ORIGIN}/assets/${kind}.js`))
  expect(script.headers.get('content-type')).toContain('text/javascript')
  expect(await script.text()).toContain(does)
  expect((await open()).markup).not.toContain(kind)
})

test('never-loads holds the page until the sandbox ends, and nobody has viewed it', async () => {
  const { open, sandbox, time } = await openWith({ kind: 'never-loads' })
  const answer = open().catch((error: unknown) => error)
  await vi.waitFor(async () => expect(await sandbox.control.faults()).toMatchObject([{ hits: 1 }]))
  time.advance(3_600_000)
  expect((await sandbox.control.snapshot()).invitations[0]).toMatchObject({ events: [] })
  sandbox.close()
  expect(await answer).toBeInstanceOf(TypeError)
})

test('slow comes later, and goes with the other kinds', async () => {
  const { open, time } = await openWith({ kind: 'slow', ms: 500 }, { kind: 'refuse-frame' })
  const answer = open()
  await vi.waitFor(() => expect(time.pending()).toBe(1))
  time.advance(500)
  const { headers, status } = await answer
  expect(status).toBe(200)
  expect(headers.get('x-frame-options')).toBe('DENY')
})
