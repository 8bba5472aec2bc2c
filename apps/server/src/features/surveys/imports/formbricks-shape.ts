import { z } from 'zod'

// As Formbricks exports it, in all that is read here: https://github.com/formbricks/formbricks, packages/types/surveys.
// Loose, because versions differ and an export holds much more.

/** Words by language; `default` is the survey's first language. Older exports hold one text. */
const Text = z.union([z.string().transform((text) => ({ default: text })), z.record(z.string(), z.string())])

/** A condition over one answer, or several that are joined. */
export type Condition =
  | { connector: 'and' | 'or'; conditions: Condition[] }
  | {
      connector?: undefined
      operator: string
      leftOperand: { type: string; value: string }
      rightOperand?: { type: string; value?: unknown } | undefined
    }
const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.object({ connector: z.enum(['and', 'or']), conditions: z.array(Condition) }),
    z.object({
      connector: z.undefined().optional(),
      operator: z.string(),
      leftOperand: z.object({ type: z.string(), value: z.string() }),
      rightOperand: z.object({ type: z.string(), value: z.unknown() }).optional(),
    }),
  ]),
)

const Rule = z.union([
  z.object({
    conditions: Condition,
    actions: z.array(z.looseObject({ objective: z.string(), target: z.string().optional() })),
  }),
  // Until version 2.
  z.object({ condition: z.string(), value: z.unknown(), destination: z.string() }),
])
export type Rule = z.infer<typeof Rule>

const Choice = z.looseObject({ id: z.string().optional(), label: Text.optional() })

export const Question = z.looseObject({
  id: z.string(),
  type: z.string(),
  headline: Text,
  scale: z.string().optional(),
  range: z.number().optional(),
  choices: z.array(Choice).optional(),
  shuffleOption: z.string().nullish(),
  logic: z.array(Rule).optional().catch(undefined),
  logicFallback: z.string().nullish(),
})
export type Question = z.infer<typeof Question>

const Block = z.looseObject({
  id: z.string(),
  elements: z.array(Question),
  logic: z.array(Rule).optional().catch(undefined),
  logicFallback: z.string().nullish(),
})

const Ending = z.looseObject({
  id: z.string().optional(),
  type: z.string().optional(),
  headline: Text.nullish(),
  subheader: Text.nullish(),
  buttonLabel: Text.nullish(),
  buttonLink: z.string().nullish(),
})

const UrlFilter = z.object({ rule: z.string(), value: z.string() })

export const ActionClass = z.looseObject({
  name: z.string().optional(),
  type: z.string().optional(),
  key: z.string().nullish(),
  noCodeConfig: z
    .looseObject({
      type: z.string().optional(),
      urlFilters: z.array(UrlFilter).optional(),
      elementSelector: z.looseObject({ cssSelector: z.string().nullish(), innerHtml: z.string().nullish() }).nullish(),
      timeInSeconds: z.number().nullish(),
    })
    .nullish(),
})
export type ActionClass = z.infer<typeof ActionClass>

const Trigger = z.union([z.string(), z.looseObject({ actionClass: ActionClass.optional() })])

export const FormbricksSurvey = z.looseObject({
  name: z.string(),
  questions: z.array(Question).optional(),
  blocks: z.array(Block).optional(),
  endings: z.array(Ending).nullish(),
  thankYouCard: Ending.extend({ enabled: z.boolean().optional() }).nullish(),
  languages: z
    .array(
      z.looseObject({
        default: z.boolean().optional(),
        enabled: z.boolean().optional(),
        language: z.looseObject({ code: z.string() }),
      }),
    )
    .nullish(),
  triggers: z.array(Trigger).nullish(),
  displayOption: z.string().nullish(),
  recontactDays: z.number().nullish(),
  displayLimit: z.number().nullish(),
  displayPercentage: z.number().nullish(),
  delay: z.number().nullish(),
  autoComplete: z.number().nullish(),
  runOnDate: z.string().nullish(),
  closeOnDate: z.string().nullish(),
  projectOverwrites: z.looseObject({ brandColor: z.unknown() }).nullish(),
})
export type FormbricksSurvey = z.infer<typeof FormbricksSurvey>
