package truceline.agreement.phrase;

/// A distance in whole millimetres, with the words of the text (`7.5 km`, `10 nm`, `5000 ft`).
///
/// 1 nm is 1,852 m and 1 ft is 304.8 mm by definition; a part of a millimetre is rounded half to even.
public record Distance(long millimetres, String text) {}
