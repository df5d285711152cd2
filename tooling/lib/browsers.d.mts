/** How to start Chromium: what `npm test` found, else what is found now. Nothing is installed. */
export function chromiumLaunchOptions(): { executablePath?: string; args: string[] }

/** How to start Firefox where there is one. The system's is driven over another protocol than Playwright's own. */
export function firefoxLaunchOptions(): { executablePath: string; channel?: 'moz-firefox' } | null
