package truceline.compliance;

import truceline.observation.Word;

/// What came of one claim: exactly one outcome, and why. It is a word about the claim, never about the party it names.
///
/// @param row row of the claim
/// @param source number of the source whose list it stands in
/// @param incident number of the incident that it matches, or -1
/// @param other row of the earlier claim that it repeats, or -1
/// @param why one line in words, with the numbers behind it
public record Reconciled(int row, int source, Outcome outcome, int incident, int other, String why) {
    /// The outcomes, in the order in which tables hold them.
    public enum Outcome implements Word {
        /// An incident of the same family was observed there and then.
        MATCHED("matched"),
        /// The place was watched at that time, and no such incident was observed.
        UNMATCHED_OBSERVED("unmatched-observed"),
        /// Nobody watched, or no place is known: it can be neither borne out nor refuted.
        NOT_OBSERVED("not-observed"),
        /// The same list says it before.
        DUPLICATE("duplicate"),
        /// No provision that is evaluated could be touched by it.
        OUT_OF_SCOPE("out-of-scope");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
