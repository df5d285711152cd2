export { createNectarConnect } from '@nectar-connect/server'
