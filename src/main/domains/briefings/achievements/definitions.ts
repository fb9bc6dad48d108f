import { z } from 'zod'
import achievementsFile from '#resources/achievements.json' with { type: 'json' }
import { ACHIEVEMENTS } from '#shared/briefings.ts'
import { LADDERS } from './ladders.ts'

const definitionSchema = z.object({
  key: z.enum(ACHIEVEMENTS),
  ladder: z.enum(LADDERS),
  goal: z.number().int().positive(),
  title: z.string(),
  body: z.string(),
})
export type AchievementDefinition = z.infer<typeof definitionSchema>

/** In the order of the file. */
export const ACHIEVEMENT_DEFINITIONS: readonly AchievementDefinition[] = z
  .array(definitionSchema)
  .parse(achievementsFile.achievements)
