export { nectar } from '../nectar.ts'
