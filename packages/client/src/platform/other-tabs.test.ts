import { afterEach, expect, test, vi } from 'vitest'
import { openScopeChannel } from './other-tabs.ts'

afterEach(() => vi.unstubAllGlobals())

test('tabs on one base path hear each other, on another one they do not', async () => {
  const heard: string[] = []
  const here = openScopeChannel('/api/nectar', (scope) => heard.push(`here ${scope}`))
  const there = openScopeChannel('/api/nectar', (scope) => heard.push(`there ${scope}`))
  const elsewhere = openScopeChannel('/api/other', (scope) => heard.push(`elsewhere ${scope}`))
  here.announce('scope-a')
  await vi.waitFor(() => expect(heard).toEqual(['there scope-a']))
  for (const channel of [here, there, elsewhere]) channel.close()
})

test('what others put there is ignored', async () => {
  const heard: string[] = []
  const channel = openScopeChannel('/api/nectar', (scope) => heard.push(scope))
  const otherWriter = new BroadcastChannel('nectar-connect:/api/nectar')
  for (const data of [null, 'text', {}, { scope: 7 }, { scope: 'scope-a', more: true }])
    otherWriter.postMessage(data)
  await vi.waitFor(() => expect(heard).toEqual(['scope-a']))
  otherWriter.close()
  channel.close()
})

test('where there are no channels, nothing breaks', () => {
  vi.stubGlobal('BroadcastChannel', undefined)
  const channel = openScopeChannel('/api/nectar', () => {})
  channel.announce('scope-a')
  channel.close()
})
