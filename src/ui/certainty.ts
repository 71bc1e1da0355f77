/** How sure we are of a fact: proven, well founded, or only said. */
export type Certainty = 'certain' | 'fair' | 'guess';
