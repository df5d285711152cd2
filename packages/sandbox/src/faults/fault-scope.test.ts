import { describe, expect, test } from 'vitest'
import { SandboxError, type SandboxFault } from '../index.ts'
import { createFaultyBench, ORIGIN } from '../testing/bench.ts'

const CREATE = 'POST /invitation/company/{company_id}'

describe('reach', () => {
  test('a route is met under every version, another is not, and refused calls are counted', async () => {
    const { addFault, api, create, stats } = createFaultyBench()
    await addFault({ kind: 'status', code: 503, route: 'GET /company/{company_id}' })
    const id = '91c21c6b-5f3f-4d5f-9fb9-02530ef4b13c'
    for (const version of ['v2', 'v2.1', 'v2.2']) {
      expect((await api('GET', `/${version}/company/${id}`)).status).toBe(503)
    }
    expect((await api('GET', '/company')).status).toBe(200)
    expect((await create()).status).toBe(201)
    expect((await stats()).requests['GET /company/{company_id}']).toBe(3)
  })

  test('after its count a fault is over, and the next one has its turn', async () => {
    const { addFault, faults, request } = createFaultyBench()
    await addFault({ kind: 'status', code: 500, times: 2 })
    await addFault({ kind: 'status', code: 502, times: 1 })
    const seen: number[] = []
    for (let count = 0; count < 4; count += 1) {
      seen.push((await request('/ping')).status)
      if (count === 0) expect(await faults()).toMatchObject([{ hits: 1 }, { hits: 0 }])
    }
    expect(seen).toEqual([500, 500, 502, 200])
    expect(await faults()).toEqual([])
  })

  test('a share meets about that many requests, always the same under a seed', async () => {
    const run = async (more: SandboxFault[] = []) => {
      const { addFault, request } = createFaultyBench()
      await addFault({ kind: 'status', code: 500, share: 0.25 })
      for (const fault of more) await addFault(fault)
      const met: boolean[] = []
      for (let count = 0; count < 400; count += 1) met.push((await request('/ping')).status === 500)
      return met
    }
    const first = await run()
    const count = first.filter(Boolean).length
    expect(count).toBeGreaterThan(70)
    expect(count).toBeLessThan(130)
    expect(await run([{ kind: 'html', share: 0.5 }])).toEqual(first)
  })

  test('one fault is cleared by its id, all without', async () => {
    const { addFault, clearFaults, faults, request } = createFaultyBench()
    const first = await addFault({ kind: 'status', code: 500 })
    await addFault({ kind: 'status', code: 502 })
    await addFault({ kind: 'refuse-frame' })
    expect(await faults()).toEqual([
      { id: first, kind: 'status', code: 500, route: '*', hits: 0 },
      { id: 'fault_2', kind: 'status', code: 502, route: '*', hits: 0 },
      { id: 'fault_3', kind: 'refuse-frame', route: 'hosted', hits: 0 },
    ])
    await clearFaults({ id: first })
    await clearFaults({ id: first })
    expect((await request('/ping')).status).toBe(502)
    await clearFaults()
    expect((await request('/ping')).status).toBe(200)
    expect(await faults()).toEqual([])
  })

  test('neither the hosted page nor the control is met by a fault of the API', async () => {
    const { addFault, faults, invite, sandbox } = createFaultyBench()
    const { invitationUrl } = await invite()
    await addFault({ kind: 'drop', route: '*' })
    expect((await sandbox.fetch(new Request(invitationUrl))).status).toBe(200)
    expect((await sandbox.fetch(new Request(`${ORIGIN}/_sandbox/stats`))).status).toBe(200)
    expect(await faults()).toMatchObject([{ hits: 0 }])
  })
})

describe('mistakes', () => {
  test.each<[string, unknown, string]>([
    ['a kind that there is none of', { kind: 'rain' }, 'drop, lost-answer'],
    ['a kind of the API on the hosted page', { kind: 'drop', route: 'hosted' }, 'never-loads, refuse-frame'],
    ['a kind of the page on the API', { kind: 'grab-focus', route: '*' }, 'latency, status'],
    ['a kind of the page on a route', { kind: 'slow', ms: 1, route: CREATE }, 'latency, status'],
    ['an unknown route', { kind: 'drop', route: 'GET /nowhere' }, CREATE],
    ['a status that is none', { kind: 'status', code: 200 }, 'code'],
    ['a wait without an end', { kind: 'latency' }, 'ms'],
    ['a count of none', { kind: 'drop', times: 0 }, 'times'],
    ['a share above all', { kind: 'drop', share: 1.5 }, 'share'],
    ['a field too many', { kind: 'drop', ms: 1 }, '"ms"'],
    ['no fault at all', null, 'drop, lost-answer'],
  ])('%s is refused with what fits', async (_, fault, said) => {
    const { addFault, faults } = createFaultyBench()
    await expect(addFault(fault as SandboxFault)).rejects.toThrow(SandboxError)
    await expect(addFault(fault as SandboxFault)).rejects.toThrow(said)
    expect(await faults()).toEqual([])
  })
})
