# Funnels of denied judgments (tjsp_jec, disposed of 2016-2019) in base R, from the formulas of Spiegelhalter 2005:
# z-scores winsorised at 10 %, tau^2 of DerSimonian and Laird. Its output stands in funnel-tjsp.test.ts.
# Rscript funnel-tjsp.R ../../../shared/data/tjsp_jec/cases.csv
rows <- read.csv(commandArgs(TRUE)[1], encoding = 'UTF-8')
rows <- rows[substr(rows$disposition_date, 1, 4) %in% 2016:2019 & startsWith(rows$disposition, 'judgment'), ]
rows$denied <- rows$disposition == 'judgment_denied'
spread <- function(z, s) {
  q <- quantile(z, c(.1, .9), type = 7); w <- pmin(pmax(z, q[1]), q[2])
  I <- length(z); phi <- mean(w^2); W <- 1 / s^2
  c(I, mean(z^2), phi, max(0, (I * phi - (I - 1)) / (sum(W) - sum(W^2) / sum(W))))
}
show <- function(...) cat(sprintf('%.12f', c(...)), '\n')
n <- tapply(rows$denied, rows$court, length); x <- tapply(rows$denied, rows$court, sum)
kept <- n >= 10
p <- sum(x[kept]) / sum(n[kept]); s <- 1 / (2 * sqrt(n[kept]))
crude <- spread((asin(sqrt(x[kept] / n[kept])) - asin(sqrt(p))) / s, s)
show(p, crude)
k <- qnorm(c(.001, .025, .975, .999))
limits <- sapply(k, function(k) sin(pmin(pmax(asin(sqrt(p)) + k * sqrt(s^2 + crude[4]), 0), pi / 2))^2)
i <- which.max(n[kept]); cat(names(i), n[kept][i], '\n'); show(limits[i, ])
for (a in c(.001, .025, .975, .999)) {
  m <- n[kept][i]; r <- qbinom(a, m, p)
  show((r - (pbinom(r, m, p) - a) / dbinom(r, m, p)) / m)
}
rate <- x[kept] / n[kept]; cat(sum(rate > limits[, 4]), sum(rate < limits[, 1]), '\n')
# Observed / expected: the pooled rate of each case type over all courts that are kept.
some <- rows[rows$court %in% names(n)[kept], ]
some$expected <- ave(as.numeric(some$denied), some$case_type)
E <- tapply(some$expected, some$court, sum)[names(n)[kept]]; O <- x[kept]
u <- 1 / (2 * sqrt(E)); ratio <- spread((sqrt(O / E) - 1) / u, u)
show(ratio)
upper <- (1 + k[4] * sqrt(u^2 + ratio[4]))^2; lower <- pmax(0, 1 + k[1] * sqrt(u^2 + ratio[4]))^2
show(E[i], lower[i], upper[i]); cat(sum(O / E > upper), sum(O / E < lower), '\n')
