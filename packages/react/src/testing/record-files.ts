import { cdp } from 'vitest/browser'

interface ScriptCoverage {
  url: string
  functions: { ranges: { startOffset: number; count: number }[] }[]
}

/** As much of the DevTools protocol as this needs. */
interface Profiler {
  send(method: string, params?: object): Promise<{ result: ScriptCoverage[] }>
}

/**
 * The source files of which a function ran meanwhile, as `react/src/button/connect-button.tsx`. What a module does when it is
 * loaded does not count.
 */
export async function recordFiles(work: () => Promise<void>): Promise<Set<string>> {
  const profiler = cdp() as unknown as Profiler
  await profiler.send('Profiler.enable')
  await profiler.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  // Counts begin anew with each taking.
  await profiler.send('Profiler.takePreciseCoverage')
  await work()
  const { result } = await profiler.send('Profiler.takePreciseCoverage')
  await profiler.send('Profiler.stopPreciseCoverage')
  return new Set(result.filter(hasRun).flatMap(({ url }) => fileOf(url) ?? []))
}

/** The module itself is a function, too: it begins where the file does. */
function hasRun({ functions }: ScriptCoverage): boolean {
  return functions.some(({ ranges }) => ranges.some(({ startOffset, count }) => startOffset > 0 && count > 0))
}

/** The tests' server serves this package from its root, and the others by their path. */
function fileOf(url: string): string | undefined {
  const { pathname } = new URL(url, location.href)
  const other = /\/packages\/(\w+\/src\/.+)/.exec(pathname)?.[1]
  return other ?? (pathname.startsWith('/src/') ? `react${pathname}` : undefined)
}
