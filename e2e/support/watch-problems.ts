import type { Page } from '@playwright/test'

/**
 * Collects the problems of a page and its frames: violations of a policy, reported or enforced, errors and warnings in
 * the console, and errors that nobody caught. Call it before the page loads.
 */
export async function watchProblems(page: Page): Promise<string[]> {
  const problems: string[] = []
  await page.exposeBinding('noteViolation', (_, what: string) => void problems.push(what))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event
      const note = (window as unknown as { noteViolation(what: string): void }).noteViolation
      note(`policy: ${effectiveDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`)
    })
  })
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`))
  return problems
}
