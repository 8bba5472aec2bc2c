// A download of its own.
import { css, mount } from './ideas/ideas.ts'

export const ideas = { mount, css }
