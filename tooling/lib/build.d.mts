/**
 * Builds the published packages, unless they are already built from what is there now.
 *
 * @throws Error with what the build printed
 */
export function build(): Promise<void>
