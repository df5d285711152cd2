/** Tests, stories and what only they use, as a pattern for paths. */
module.exports = '\\.(test|stories)\\.tsx?$|/(test|testing|fixtures)/|/test-[^/]+\\.tsx?$'
