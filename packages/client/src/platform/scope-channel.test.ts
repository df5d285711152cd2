import { afterEach, expect, test, vi } from 'vitest'
import { openScopeChannel } from './scope-channel.ts'

afterEach(() => vi.unstubAllGlobals())

test('tabs on one base path hear each other, on another one they do not', async () => {
  const heard: string[] = []
  const here = openScopeChannel('/api/nectar', (scope) => heard.push(`here ${scope}`))
  const there = openScopeChannel('/api/nectar', (scope) => heard.push(`there ${scope}`))
  const elsewhere = openScopeChannel('/api/other', (scope) => heard.push(`elsewhere ${scope}`))
  here.tell('scope-a')
  await vi.waitFor(() => expect(heard).toEqual(['there scope-a']))
  for (const channel of [here, there, elsewhere]) channel.close()
})

test('what others put there is ignored', async () => {
  const heard: string[] = []
  const channel = openScopeChannel('/api/nectar', (scope) => heard.push(scope))
  const stranger = new BroadcastChannel('nectar-connect:/api/nectar')
  for (const data of [null, 'text', {}, { scope: 7 }, { scope: 'scope-a', more: true }])
    stranger.postMessage(data)
  await vi.waitFor(() => expect(heard).toEqual(['scope-a']))
  stranger.close()
  channel.close()
})

test('where there are no channels, nothing breaks', () => {
  vi.stubGlobal('BroadcastChannel', undefined)
  const channel = openScopeChannel('/api/nectar', () => {})
  channel.tell('scope-a')
  channel.close()
})
