/** Tests, stories and what only they use, as a pattern for paths. */
module.exports = '\\.(test|stories)\\.tsx?$|/(test|testing|contract-tests|fixtures)/|/test-[^/]+\\.tsx?$'
