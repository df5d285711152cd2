/** Whether everything is run, as `npm run test:full` does, or what `npm test` has time for. */
export const isFull = process.env.NECTAR_FULL !== undefined
