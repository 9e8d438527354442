# Everything that one does with a checkout. `make` alone lists it.
.DEFAULT_GOAL := help
.PHONY: help demo demo-down build cassandra cassandra-down cluster cluster-down test soak simulate format run bench

help: ## List what there is
	@echo 'make TARGET, where TARGET is one of'
	@sed -n 's/^\([a-z-]*\):.*## /  \1 /p' Makefile | while read -r target text; do \
	  printf '  %-14s %s\n' "$$target" "$$text"; done

demo: ## Deploy, scale and heal real containers on this machine
	@scripts/demo

demo-down: ## Take away everything that the demo has made
	@scripts/demo-down

build: ## Build helyos and helyosd
	@scripts/build

cassandra: ## A real Cassandra on 127.0.0.1:9042, to try a cluster's journal
	@scripts/cassandra/up

cassandra-down: ## End it; its data stays
	@scripts/cassandra/down

cluster: build ## Three daemons with an engine each, on this machine; needs root
	@scripts/cluster

cluster-down: ## Take away everything that the cluster has made
	@scripts/cluster-down

test: ## Check format and architecture, run all tests; needs Docker or gets it
	@scripts/ensure-docker --for-tests
	@scripts/build-test-image
	@scripts/cassandra/run --prepare
	@scripts/maven -T 2 verify

soak: ## The long form of the tests that take daemon, engine and journal away
	@scripts/ensure-docker --for-tests
	@scripts/build-test-image
	@scripts/cassandra/run --prepare
	@scripts/maven verify -Drounds=20 -Dkills=20 -Dpassings=3 \
	  -Dsteps=6 -Dstride=1 -Daway=120 -Dfrozen=120 -Dstopped=60 -Dlosses=6 -Ddeaths=100 -Dsoak=true

SEEDS ?= 10000
simulate: ## Clusters in virtual time with faults: SEEDS=n courses, or the story of one: SEED=k
	@scripts/simulate $(if $(SEED),--seed $(SEED),--seeds $(SEEDS) $(if $(FROM),--from $(FROM)))

format: ## Format all code
	@scripts/maven -q spotless:apply

run: build ## Run the daemon here until Ctrl-C
	@exec bin/helyosd

bench: build ## Measure; the results are written down in load-tests/results
	@scripts/bench
