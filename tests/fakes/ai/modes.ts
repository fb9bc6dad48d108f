/** How a stand-in for a provider behaves. 'cut' breaks the connection in the middle of the answer, 'cut_quietly' ends the answer there
 *  as if it were whole; 'busy' is a 429 with a Retry-After of seconds, 'busy_long' of minutes; 'broken_event' reports a fault of the
 *  provider in the middle of the stream; 'think' begins and says nothing; 'think_aloud' streams its thoughts, as far as it does, before it answers, and counts them; 'odd_piece'
 *  sends JSON of another form in the middle; 'zero_usage' counts nothing for everything; 'caching' has put most of
 *  what was sent into its cache; 'echo_key' puts the key that it was sent into its
 *  refusal. */
export const AI_MODES = [
  'ok',
  'bad_key',
  'no_credit',
  'busy',
  'busy_once',
  'busy_long',
  'down',
  'down_once',
  'hang',
  'slow',
  'stall',
  'think',
  'think_aloud',
  'cut',
  'cut_quietly',
  'hang_up',
  'broken_event',
  'odd_piece',
  'garbage',
  'garbage_events',
  'web_page',
  'refusal',
  'refusal_in_prose',
  'wrong_schema',
  'wrong_schema_once',
  'not_json',
  'injected',
  'empty',
  'too_long',
  'no_usage',
  'zero_usage',
  'caching',
  'unknown_model',
  'redirect',
  'echo_key',
] as const
export type AiMode = (typeof AI_MODES)[number]
