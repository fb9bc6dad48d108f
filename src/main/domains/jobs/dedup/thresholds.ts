/** Every number that deduplication decides by, with its reason. Similarities are 0–1. "Text" is the share of the shorter
 *  description's word triples that the longer one has too, so that a cut-off teaser still agrees with its full text. */
export const THRESHOLDS = {
  /** Boards re-post an opening within days; after a month without sight a same-looking posting is a new round. */
  windowDays: 30,
  /** An address with a number of its own may rest longer (a board that was switched off); readable addresses are used again. */
  urlWindowDays: 180,
  /** After a year nobody cares that an employer once had the same opening. */
  repostWindowDays: 365,
  /** One address, two titles: a list page or a reused form. Half the title's letters must agree. */
  urlTitle: 0.5,
  /** One address, two companies: a shared landing page, unless the text is largely the same (an agency and its client). */
  urlOtherCompanyText: 0.5,
  /** Title, company and place are the same: two openings of one employer still share what it says about itself, which is
   *  often half of a posting; the same opening, however cut or rearranged, shares more. */
  fingerprintText: 0.6,
  /** One source lists both under two ids: two openings, unless it repeats itself nearly word for word. */
  sameSourceText: 0.85,
  /** A recruiter advertises the same title in the same city for several clients with one template, where only a sentence about the
   *  client differs. */
  recruiterText: 0.95,
  /** Titles that differ in spelling or by a synonym ("Engineer" for "Developer") at one company and place. */
  variantText: 0.75,
  /** One title says more than the other ("… – Payments"): another team shares all but a sentence, the same opening
   *  everything. */
  longerTitleText: 0.95,
  /** One side names no city: the country agrees, so the text must say that it is the same opening. */
  weakPlaceText: 0.7,
  /** Company names that differ by a group word or a country ("Acme" and "Acme Deutschland"). */
  relatedCompanyText: 0.7,
  /** One requisition number under two company names. */
  sameRequisitionText: 0.7,
  /** Company names that only look alike: a typing error shares the text, a stranger does not. */
  typoCompanyText: 0.95,
  /** A short and a full name of one employer share the text, its sentence about the employer included; two strangers of one first
   *  name do not share that sentence. */
  namesakeText: 0.955,
  /** Company names at least this alike are compared at all (Levenshtein ratio of the keys). */
  company: 0.8,
  /** Titles at least this alike are compared at all, unless one contains the other. */
  title: 0.85,
  /** Both texts need this many distinct word triples before their disagreement counts. */
  minShingles: 30,
} as const
