/// What people decide about incidents, and what is published: statements, the steps they may take, votes with dissent,
/// findings.
///
/// Enters: statements in the order of the ledger, and the incidents and cases they are about.
/// Leaves: case files and findings as canonical JSON.
/// Never: takes a machine's cue for a finding, or lets anybody take a step that the table of
/// {@link truceline.finding.Act} and the agreement's powers do not give him.
@NullMarked
package truceline.finding;

import org.jspecify.annotations.NullMarked;
