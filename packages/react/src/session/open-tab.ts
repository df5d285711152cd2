/** A real link, followed: no popup blocker minds it, and the new tab learns nothing of this one. */
export function openTab(url: string): void {
  const link = document.createElement('a')
  link.href = url
  link.target = '_blank'
  link.rel = 'noopener noreferrer'
  link.click()
}
