// A download of its own.
import css from './further/further.css?inline'

export { furtherIn } from './further/further.ts'
export { css }
