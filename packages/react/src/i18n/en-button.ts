/** English, as far as a page loads it at once: the button. */
export const enButton = {
  locale: 'en',
  direction: 'ltr' as const,
  close: 'Close',
  tryAgain: 'Try again',
  button: {
    connect: 'Connect a utility account',
    notLoaded: 'This could not be loaded. Are you online?',
    fault: 'This part did not load.',
  },
  failed: {
    reload: 'Reload the page',
  },
}
